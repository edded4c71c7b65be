package vn.khuxuong.platform.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the data source and the {@code JdbcClient} whose connections run as role {@code
 * khu_drafting}: they can read schemas {@code drafting} and {@code published}, and write nothing.
 * For doors that have made sure that the asker works on plans.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface Drafting {}
