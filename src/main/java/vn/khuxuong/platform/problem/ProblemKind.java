package vn.khuxuong.platform.problem;

import org.springframework.http.HttpStatus;

/**
 * What all refusals of one kind share.
 *
 * @param status HTTP status of the answer
 * @param slug stable path below {@code /problems/}, for example {@code space/bay-taken}
 * @param titleVi short Vietnamese name of the kind
 * @param titleEn short English name of the kind
 */
public record ProblemKind(HttpStatus status, String slug, String titleVi, String titleEn) {}
