-- Keeps the spatial index of {t}.{c} right when somebody edits the file later (requirement 77);
-- the functions st_… are those of the program that edits.
create trigger "rtree_{t}_{c}_insert" after insert on "{t}"
when new."{c}" not null and not st_isempty(new."{c}") begin
  insert or replace into "rtree_{t}_{c}" values (
    new."{k}", st_minx(new."{c}"), st_maxx(new."{c}"), st_miny(new."{c}"), st_maxy(new."{c}"));
end;
create trigger "rtree_{t}_{c}_update1" after update of "{c}" on "{t}"
when old."{k}" = new."{k}" and new."{c}" not null and not st_isempty(new."{c}") begin
  insert or replace into "rtree_{t}_{c}" values (
    new."{k}", st_minx(new."{c}"), st_maxx(new."{c}"), st_miny(new."{c}"), st_maxy(new."{c}"));
end;
create trigger "rtree_{t}_{c}_update2" after update of "{c}" on "{t}"
when old."{k}" = new."{k}" and (new."{c}" isnull or st_isempty(new."{c}")) begin
  delete from "rtree_{t}_{c}" where id = old."{k}";
end;
create trigger "rtree_{t}_{c}_update3" after update on "{t}"
when old."{k}" != new."{k}" and new."{c}" not null and not st_isempty(new."{c}") begin
  delete from "rtree_{t}_{c}" where id = old."{k}";
  insert or replace into "rtree_{t}_{c}" values (
    new."{k}", st_minx(new."{c}"), st_maxx(new."{c}"), st_miny(new."{c}"), st_maxy(new."{c}"));
end;
create trigger "rtree_{t}_{c}_update4" after update on "{t}"
when old."{k}" != new."{k}" and (new."{c}" isnull or st_isempty(new."{c}")) begin
  delete from "rtree_{t}_{c}" where id in (old."{k}", new."{k}");
end;
create trigger "rtree_{t}_{c}_delete" after delete on "{t}"
when old."{c}" not null begin
  delete from "rtree_{t}_{c}" where id = old."{k}";
end;
