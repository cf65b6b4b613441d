create table public.neighbourhoods (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
  name text not null check (length(name) between 1 and 80),
  kind text not null default 'wijk' check (kind in ('wijk', 'dorp', 'buurt')),
  sentence jsonb not null default '{}',
  border extensions.geometry(MultiPolygon, 4326) not null check (extensions.st_isvalid(border)),
  context_border extensions.geometry(MultiPolygon, 4326),
  languages text[] not null default array['nl', 'en'],
  contact jsonb not null default '{}',
  settings jsonb not null default '{}',
  demo boolean not null default false,
  time_zone text not null default 'Europe/Amsterdam',
  created_at timestamptz not null default now()
);
comment on table public.neighbourhoods is 'A wijk, dorp or buurt: the tenant everything belongs to. sentence and contact are {language: text} objects; settings holds answer days, composition rule, small amount.';
create index neighbourhoods_border on public.neighbourhoods using gist (border);
alter table public.neighbourhoods enable row level security;
create policy "everybody reads neighbourhoods" on public.neighbourhoods for select to anon, authenticated using (true);

create table public.themes (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  key text not null check (key ~ '^[a-z_]{2,40}$'),
  names jsonb not null,
  icon text not null,
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

-- [lon, lat] of a spot described by what lies there; private.locate is the one place that decides what "on a home" means.
create function private.locate(in_neighbourhood uuid, spot extensions.geometry)
returns table (inside boolean, ground text, object_id text, street text, moved extensions.geometry)
language plpgsql stable security definer set search_path = ''
as $$
declare
  found_object record;
begin
  -- definer: it reads open data only, and must give the same answer to everybody
  select extensions.st_intersects(n.border, spot) into inside
  from public.neighbourhoods n where n.id = in_neighbourhood;
  inside := coalesce(inside, false);

  select o.id, o.kind, o.detail into found_object
  from public.map_objects o
  where o.neighbourhood_id = in_neighbourhood
    and o.kind in ('building', 'green', 'water', 'road', 'path', 'terrain')
    and extensions.st_intersects(o.geometry, spot)
  order by array_position(array['building', 'path', 'road', 'water', 'green', 'terrain'], o.kind)
  limit 1;

  object_id := found_object.id;
  ground := case
    when found_object.kind = 'building' and found_object.detail = 'home' then 'home'
    when found_object.kind = 'terrain' and found_object.detail = 'erf' then 'yard'
    else found_object.kind
  end;

  select o.street into street
  from public.map_objects o
  where o.neighbourhood_id = in_neighbourhood and o.kind in ('address', 'street') and o.street is not null
    and extensions.st_dwithin(o.geometry, spot, 0.004)
  order by o.geometry operator(extensions.<->) spot
  limit 1;

  if ground in ('home', 'yard') then
    select extensions.st_closestpoint(o.geometry, spot) into moved
    from public.map_objects o
    where o.neighbourhood_id = in_neighbourhood and o.kind in ('road', 'path')
      and extensions.st_dwithin(o.geometry, spot, 0.002)
    order by o.geometry operator(extensions.<->) spot
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
    raise exception 'no such neighbourhood' using errcode = 'PT404', hint = 'neighbourhood_unknown';
  end if;
  if longitude is null or latitude is null or abs(longitude) > 180 or abs(latitude) > 90 then
    raise exception 'not a longitude and latitude' using errcode = 'PT422', hint = 'location_malformed';
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
