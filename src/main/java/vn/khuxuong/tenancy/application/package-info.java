/**
 * Applications (đơn đăng ký) from draft to decision: what a firm asks for, its documents, whether
 * something is missing, and what rules and officers say. URLs {@code /api/v1/applications}, {@code
 * /api/v1/papers}; tables {@code tenancy.applications}, {@code tenancy.application_zones}, {@code
 * tenancy.application_machines}, {@code tenancy.application_documents}, {@code
 * tenancy.application_steps}, {@code tenancy.document_rules}.
 */
@NullMarked
package vn.khuxuong.tenancy.application;

import org.jspecify.annotations.NullMarked;
