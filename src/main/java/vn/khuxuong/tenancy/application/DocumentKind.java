package vn.khuxuong.tenancy.application;

/** What a paper of an application is for. */
enum DocumentKind {
  BUSINESS_REGISTRATION,
  ENVIRONMENT,
  FIRE_SAFETY,
  SUPPORTING_CERTIFICATE,
  SIZE_EVIDENCE,
  OTHER
}
