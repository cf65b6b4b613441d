-- Whether a shape can be measured at all: inside the world, rings closed and of four corners at least, lines of two. Asked
-- before anything else, because what GEOS throws at such a shape is lost on PGlite: the query then has no rows and no error.
create function private.is_measurable(shape extensions.geometry)
returns boolean language sql immutable security invoker set search_path = ''
as $$
  select coalesce(not extensions.st_isempty(shape)
    and extensions.st_xmin(shape) >= -180 and extensions.st_xmax(shape) <= 180
    and extensions.st_ymin(shape) >= -90 and extensions.st_ymax(shape) <= 90
    and not exists (
      select 1 from extensions.st_dump(shape) part
      where (extensions.geometrytype(part.geom) = 'LINESTRING' and extensions.st_npoints(part.geom) < 2)
        or (extensions.geometrytype(part.geom) = 'POLYGON' and (not extensions.st_isclosed(part.geom)
          or exists (select 1 from extensions.st_dumprings(part.geom) ring where extensions.st_npoints(ring.geom) < 4)))
    ), false)
$$;
grant execute on function private.is_measurable to anon, authenticated, service_role;

create table public.neighbourhoods (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
  name text not null check (length(name) between 1 and 80),
  kind text not null default 'wijk' check (kind in ('wijk', 'dorp', 'buurt')),
  sentence jsonb not null default '{}' check (jsonb_typeof(sentence) = 'object' and length(sentence::text) <= 4000),
  border extensions.geometry(MultiPolygon, 4326) not null
    check (case when private.is_measurable(border) then extensions.st_isvalid(border) else false end),
  context_border extensions.geometry(MultiPolygon, 4326),
  languages text[] not null default array['nl', 'en'] check (cardinality(languages) between 1 and 40),
  contact jsonb not null default '{}' check (jsonb_typeof(contact) = 'object' and length(contact::text) <= 4000),
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object' and length(settings::text) <= 4000),
  demo boolean not null default false,
  time_zone text not null default 'Europe/Amsterdam',
  created_at timestamptz not null default now()
);
comment on table public.neighbourhoods is 'A wijk, dorp or buurt: the tenant everything belongs to. sentence and contact are {language: text} objects; settings holds answer days, composition rule, small amount.';
create index neighbourhoods_border on public.neighbourhoods using gist (border);
alter table public.neighbourhoods enable row level security;
create policy "everybody reads neighbourhoods" on public.neighbourhoods for select to anon, authenticated using (true);

-- Settings are read in the middle of other people's requests: a word where a number belongs would break those.
create function private.guard_neighbourhood()
returns trigger language plpgsql security invoker set search_path = ''
as $$
declare
  setting text;
begin
  if tg_op = 'UPDATE' and private.called_directly()
    and (new.id, new.demo, new.created_at) is distinct from (old.id, old.demo, old.created_at) then
    perform private.refuse('PT403', 'field_derived');
  end if;
  if tg_op = 'INSERT' or new.time_zone is distinct from old.time_zone then
    begin
      perform now() at time zone new.time_zone;
    exception when invalid_parameter_value then
      perform private.refuse('PT422', 'time_zone_unknown', 'time_zone');
    end;
  end if;
  foreach setting in array array['answer_days', 'answer_working_days_small', 'check_in_weeks', 'lasting_residents',
    'lasting_households'] loop
    if new.settings ? setting and coalesce(new.settings ->> setting, '') !~ '^[1-9][0-9]{0,2}$' then
      perform private.refuse('PT422', 'number_malformed', setting);
    end if;
  end loop;
  return new;
end
$$;
create trigger neighbourhoods_guard before insert or update on public.neighbourhoods
  for each row execute function private.guard_neighbourhood();

create table public.themes (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  key text not null check (key ~ '^[a-z_]{2,40}$'),
  names jsonb not null check (jsonb_typeof(names) = 'object' and length(names::text) <= 2000),
  icon text not null check (length(icon) between 1 and 60),
  position smallint not null default 0,
  unique (neighbourhood_id, key)
);
comment on table public.themes is 'What ideas are about, in the words of this neighbourhood: names is {language: text}, icon a key of the drawn set.';
alter table public.themes enable row level security;
create policy "everybody reads themes" on public.themes for select to anon, authenticated using (true);

create table public.map_objects (
  id text not null,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  kind text not null check (kind in ('building', 'green', 'water', 'road', 'path', 'terrain', 'address', 'street')),
  name text,
  street text,
  house_number text,
  street_certain boolean not null default true,
  detail text,
  geometry extensions.geometry(Geometry, 4326) not null,
  source text not null,
  source_date date,
  primary key (neighbourhood_id, id)
);
comment on table public.map_objects is 'The ground everything stands on, from open data: buildings, green, water, roads and addresses, to describe a spot in words and to search by. Each row has its source and date.';
create index map_objects_geometry on public.map_objects using gist (geometry);
create index map_objects_kind on public.map_objects (neighbourhood_id, kind);
create index map_objects_street on public.map_objects using gin (street extensions.gin_trgm_ops);
alter table public.map_objects enable row level security;
create policy "everybody reads the ground" on public.map_objects for select to anon, authenticated using (true);

-- What lies at a spot, and where a pin on a home is put instead: the nearest street inside the border. The one place
-- that decides what "on a home" means: a building with an address (unless it is known as a place), a yard, a driveway.
create function private.locate(in_neighbourhood uuid, spot extensions.geometry)
returns table (inside boolean, ground text, object_id text, street text, moved extensions.geometry)
language plpgsql stable security definer set search_path = ''
as $$
declare
  found_object record;
  border extensions.geometry;
  -- a degree of longitude is shorter than one of latitude, so distances are compared in squeezed degrees
  squeeze double precision := greatest(cos(radians(extensions.st_y(spot))), 0.01);
begin
  -- definer: it reads open data only, and must give the same answer to everybody
  select n.border into border from public.neighbourhoods n where n.id = in_neighbourhood;
  inside := coalesce(extensions.st_intersects(border, spot), false);

  select o.id, o.kind, o.detail into found_object
  from public.map_objects o
  where o.neighbourhood_id = in_neighbourhood
    and o.kind in ('building', 'green', 'water', 'road', 'path', 'terrain')
    and extensions.st_intersects(o.geometry, spot)
  order by array_position(array['building', 'path', 'road', 'water', 'green', 'terrain'], o.kind)
  limit 1;

  object_id := found_object.id;
  ground := case
    when found_object.kind = 'building' and found_object.detail = 'home' and not exists (select 1 from public.places p
      where p.neighbourhood_id = in_neighbourhood and p.map_object_id = found_object.id) then 'home'
    when found_object.kind = 'terrain' and found_object.detail in ('erf', 'driveway') then 'yard'
    else found_object.kind
  end;

  select o.street into street
  from public.map_objects o
  where o.neighbourhood_id = in_neighbourhood and o.kind in ('address', 'street') and o.street is not null
    and extensions.st_dwithin(o.geometry, spot, 0.004)
  order by o.geometry operator(extensions.<->) spot
  limit 1;

  if ground in ('home', 'yard') then
    select extensions.st_setsrid(extensions.st_scale(
        extensions.st_closestpoint(near.shape, extensions.st_scale(spot, squeeze, 1)), 1 / squeeze, 1), 4326) into moved
    from (
      select extensions.st_scale(case when extensions.st_coveredby(o.geometry, border) then o.geometry
        else extensions.st_intersection(o.geometry, border) end, squeeze, 1) as shape
      from public.map_objects o
      where o.neighbourhood_id = in_neighbourhood and o.kind in ('road', 'path') and extensions.st_intersects(o.geometry, border)
      order by o.geometry operator(extensions.<->) spot
      limit 20
    ) near
    order by extensions.st_distance(near.shape, extensions.st_scale(spot, squeeze, 1))
    limit 1;
  end if;
  return next;
end
$$;

create function public.describe_spot(neighbourhood_slug text, longitude double precision, latitude double precision)
returns jsonb
language plpgsql stable security invoker set search_path = ''
as $$
declare
  in_neighbourhood uuid;
  spot extensions.geometry;
  here record;
  object record;
begin
  select n.id into in_neighbourhood from public.neighbourhoods n where n.slug = neighbourhood_slug;
  if in_neighbourhood is null then
    perform private.refuse('PT404', 'neighbourhood_unknown');
  end if;
  if longitude is null or latitude is null or abs(longitude) > 180 or abs(latitude) > 90 then
    perform private.refuse('PT422', 'location_malformed', 'location');
  end if;
  spot := extensions.st_setsrid(extensions.st_point(longitude, latitude), 4326);
  select * into here from private.locate(in_neighbourhood, spot);
  select o.kind, o.name, o.street, o.house_number, o.street_certain, o.detail, o.source, o.source_date,
    extensions.st_area(o.geometry::extensions.geography) as area
  into object
  from public.map_objects o where o.neighbourhood_id = in_neighbourhood and o.id = here.object_id;
  return jsonb_build_object(
    'inside', here.inside,
    'ground', here.ground,
    'street', here.street,
    'moved', case when here.moved is null then null
      else jsonb_build_array(extensions.st_x(here.moved), extensions.st_y(here.moved)) end,
    'object', case when here.object_id is null then null else jsonb_build_object(
      'id', here.object_id, 'kind', object.kind, 'name', object.name, 'street', object.street,
      'houseNumber', object.house_number, 'streetCertain', object.street_certain, 'detail', object.detail,
      'areaSquareMetres', round(object.area), 'source', object.source, 'sourceDate', object.source_date) end
  );
end
$$;
comment on function public.describe_spot is 'What lies at a spot (WGS84 lon/lat): whether it is inside the border, on what ground, near which street, and where a pin on a home would be moved to.';
grant execute on function public.describe_spot to anon, authenticated, service_role;
grant execute on function private.locate to anon, authenticated, service_role;
