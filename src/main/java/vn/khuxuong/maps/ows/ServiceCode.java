package vn.khuxuong.maps.ows;

import org.springframework.http.HttpStatus;

/** An exception code of a service's standard. */
public interface ServiceCode {

  /** The code as the standard spells it. */
  String word();

  /** Status that HTTP answers with. */
  HttpStatus status();
}
