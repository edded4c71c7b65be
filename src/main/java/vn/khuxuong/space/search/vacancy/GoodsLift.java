package vn.khuxuong.space.search.vacancy;

/** A goods lift; it serves every storey. Sizes of car and door in metres. */
record GoodsLift(
    double capacityT, double carWidthM, double carDepthM, double doorWidthM, double doorHeightM) {}
