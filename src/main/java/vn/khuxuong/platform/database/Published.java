package vn.khuxuong.platform.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the data source and the {@code JdbcClient} whose connections run as role {@code
 * khu_published}: they can read schema {@code published} and nothing else, so a door for the public
 * cannot leak a row by a forgotten filter.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface Published {}
