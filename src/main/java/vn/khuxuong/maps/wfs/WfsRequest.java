package vn.khuxuong.maps.wfs;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.filter.Filter;

/**
 * A request as it came, by parameters or as XML.
 *
 * @param operation its name
 * @param kvp what it says; an XML request says the same by attributes and elements
 * @param filter of an XML request, read already
 * @param address whether it can be asked again by an address alone
 */
record WfsRequest(String operation, Kvp kvp, @Nullable Filter filter, boolean address) {}
