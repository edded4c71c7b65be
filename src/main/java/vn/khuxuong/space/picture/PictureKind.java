package vn.khuxuong.space.picture;

/** What a picture shows. */
enum PictureKind {
  PHOTO,
  PLAN
}
