package vn.khuxuong.zoning.draft;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.rule.Balance;

/** The land-use balance on the wire, beside another plan's where one is given. */
final class BalanceJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private BalanceJson() {}

  static ObjectNode of(Balance balance, @Nullable Balance other) {
    ObjectNode json = JSON.createObjectNode();
    json.put("zone", balance.zoneCode());
    json.put("methodVi", balance.methodVi());
    json.put("methodEn", balance.methodEn());
    json.put("zoneM2", balance.zoneM2());
    json.put("unplannedM2", balance.unplannedM2());
    json.set("phases", JSON.valueToTree(balance.phases()));
    var rows = json.putArray("rows");
    balance.rows().forEach(row -> rows.add(row(row, other)));
    json.set("total", row(balance.total(), other));
    return json;
  }

  private static ObjectNode row(Balance.Row row, @Nullable Balance other) {
    ObjectNode json = JSON.createObjectNode();
    LandUse use = row.landUse();
    if (use != null) {
      json.put("landUse", use.name());
      json.put("nameVi", use.nameVi());
      json.put("nameEn", use.nameEn());
    }
    json.put("subzones", row.subzones());
    json.put("areaM2", row.areaM2());
    json.put("areaHa", row.areaHa());
    json.put("sharePct", row.sharePct());
    json.set("byPhaseM2", JSON.valueToTree(row.byPhaseM2()));
    if (other != null) {
      Balance.Row there =
          use == null
              ? other.total()
              : other.rows().stream().filter(r -> r.landUse() == use).findFirst().orElse(null);
      long otherM2 = there == null ? 0 : there.areaM2();
      json.put("otherAreaM2", otherM2);
      json.put("changeM2", row.areaM2() - otherM2);
    }
    return json;
  }

  /** CSV of the balance, or of what changed since another plan. */
  static byte[] csv(Balance balance, @Nullable Balance other) {
    return other == null ? balance.toCsv() : other.compare(balance).toCsv();
  }

  /** A workbook of the same. */
  static byte[] xlsx(Balance balance, @Nullable Balance other) {
    return other == null ? balance.toXlsx() : other.compare(balance).toXlsx();
  }
}
