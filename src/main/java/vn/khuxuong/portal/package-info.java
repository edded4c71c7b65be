/**
 * The pages. URLs: {@code /} in two languages, readable without scripts, and {@code
 * /map/context.json}, the reference names and rivers around the zones; {@code /plan}, the planner's
 * editor; {@code /allocate}, the officers' console of rounds; {@code /firm} and {@code
 * /firm/apply}, a firm's pages; {@code /incentives} and {@code /indicators/support}, programmes for
 * firms and demand that nothing answers; {@code /indicators}, the dashboard, with the zones in
 * conversion below it; {@code /units/…}, the sheet of a run of bays on one page of paper. Reads
 * views of schema {@code published}, and buildings in full as {@code /api/v1/buildings} gives them,
 * and asks whether a person acts for a firm; everything that changes while a page is open comes
 * from the JSON API.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "space :: building",
      "tenancy :: firm",
      "tenancy :: incentive"
    })
@NullMarked
package vn.khuxuong.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
