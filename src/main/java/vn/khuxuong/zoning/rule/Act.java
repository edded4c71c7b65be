package vn.khuxuong.zoning.rule;

import java.time.LocalDate;

/**
 * What a rule stands on.
 *
 * @param id word by which rule files name it
 * @param titleVi number and title, in Vietnamese
 * @param titleEn the same in English
 * @param legal a legal act or a technical regulation that an act puts in force; practice and
 *     arithmetic are not
 * @param inForce day it came into force
 */
record Act(String id, String titleVi, String titleEn, boolean legal, LocalDate inForce) {}
