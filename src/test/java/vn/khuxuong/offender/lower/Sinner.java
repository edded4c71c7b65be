package vn.khuxuong.offender.lower;

import vn.khuxuong.offender.upper.Temptation;

record Sinner(Temptation temptation) {}
