-- Two offers of a firm that a round splits over two floors are answered as one; what came of offers is hashed.

alter table tenancy.offers
  add column together_with bigint references tenancy.offers check (together_with < id);
comment on column tenancy.offers.together_with is
  'The offer with which this one is answered as one: a round has split the firm over two floors; null where it stands alone or is the first';
create unique index offers_two_together on tenancy.offers (together_with);
update tenancy.offers t set together_with = o.offers[1]
from allocation.round_offers o
where t.id = any (o.offers[2:]);

create function allocation.round_offers_sha256(the_run bigint) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', application,
           array_to_string(offers, ','), coalesce(refused, ''), text_vi, text_en),
           E'\n' order by application, id), ''), 'UTF8')), 'hex')
  from allocation.round_offers where run_id = the_run $$;
comment on function allocation.round_offers_sha256(bigint) is
  'SHA-256 over what came of offering a run''s placements, a line each: a run is offered in one step';
