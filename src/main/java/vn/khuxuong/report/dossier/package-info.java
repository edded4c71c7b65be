/**
 * The printable dossier of the conversion scheme: figures, tables and a map of each zone in
 * conversion, in Vietnamese. URL {@code /api/v1/indicators/dossier.pdf}.
 */
@NullMarked
package vn.khuxuong.report.dossier;

import org.jspecify.annotations.NullMarked;
