-- The tables of a store. County code first in every key of a plot, so that they can be partitioned by county; keys in the
-- order of their code points. Amounts are exact: mu, yuan, shares as they were written.
CREATE TABLE store_version (
  version int PRIMARY KEY,
  script text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE plots (
  plot text COLLATE "C" NOT NULL CHECK (plot <> ''),
  county text COLLATE "C" NOT NULL DEFAULT '',
  parcel_codes text,
  name text,
  zone text,
  town text,
  location text,
  holder text,
  credit_code text,
  stage text,
  granted_use text,
  granted_use_code text,
  actual_use text,
  actual_use_code text,
  changed_mu numeric,
  use_change_approved boolean,
  stated_mu numeric,
  supervision_number text,
  contract_number text,
  supply_way text,
  signed_on date,
  price numeric,
  term_years numeric,
  agreed_delivery date,
  actual_delivery date,
  agreed_start date,
  agreed_completion date,
  floor_area_ratio_min numeric,
  floor_area_ratio_max numeric,
  agreed_investment numeric,
  agreed_tax_per_mu numeric,
  approved_by text,
  observed_on date,
  permit boolean,
  permit_on date,
  begun boolean,
  begun_on date,
  foundation text,
  pit_share numeric,
  piles_driven numeric,
  piles_total numeric,
  foundation_share numeric,
  developed_mu numeric,
  developable_mu numeric,
  invested numeric,
  total_investment numeric,
  suspended boolean,
  suspended_on date,
  resumed_on date,
  completed boolean,
  completed_on date,
  in_production boolean,
  in_production_on date,
  floor_mu numeric,
  footprint_mu numeric,
  floor_area_ratio numeric,
  safety text,
  sector text,
  prohibited_sector boolean,
  safety_or_environment_failed boolean,
  above_scale boolean,
  strategic_sector boolean,
  power_use_abnormal boolean,
  fixed_investment numeric,
  assessed_value numeric,
  remark text,
  measured_mu numeric,
  plane_crs text,
  ellipsoidal_mu numeric,
  survey_crs text,
  ended_on date,
  geom geometry(MultiPolygon, 4490),
  PRIMARY KEY (county, plot)
);
CREATE INDEX plots_geom ON plots USING gist (geom);
CREATE TABLE supplements (
  county text COLLATE "C" NOT NULL,
  plot text COLLATE "C" NOT NULL,
  seq int NOT NULL,
  signed_on date,
  agreed_start date,
  agreed_completion date,
  reason text,
  PRIMARY KEY (county, plot, seq)
);
CREATE TABLE delays (
  county text COLLATE "C" NOT NULL,
  plot text COLLATE "C" NOT NULL,
  seq int NOT NULL,
  kind text,
  "from" date,
  "to" date,
  established boolean,
  evidence text,
  PRIMARY KEY (county, plot, seq)
);
CREATE TABLE plot_years (
  county text COLLATE "C" NOT NULL,
  plot text COLLATE "C" NOT NULL,
  seq int NOT NULL,
  year int NOT NULL,
  basis text NOT NULL,
  tax numeric,
  output numeric,
  revenue numeric,
  added_value numeric,
  kilowatt_hours numeric,
  PRIMARY KEY (county, plot, seq)
);
CREATE TABLE firms (
  firm text COLLATE "C" PRIMARY KEY,
  credit_code text,
  name text NOT NULL,
  sector text
);
CREATE TABLE firm_years (
  firm text COLLATE "C" NOT NULL,
  seq int NOT NULL,
  year int NOT NULL,
  tax numeric,
  output numeric,
  revenue numeric,
  added_value numeric,
  kilowatt_hours numeric,
  staff numeric,
  above_scale boolean,
  PRIMARY KEY (firm, seq)
);
CREATE TABLE occupancies (
  firm text COLLATE "C" NOT NULL,
  seq int NOT NULL,
  plot text NOT NULL,
  year int,
  land_mu numeric,
  floor_mu numeric,
  share numeric,
  PRIMARY KEY (firm, seq)
);
CREATE TABLE imports (
  id bigint PRIMARY KEY,
  recorded_at timestamptz NOT NULL,
  outcome text NOT NULL,
  added int NOT NULL,
  changed int NOT NULL,
  same int NOT NULL,
  ended int NOT NULL,
  refused int NOT NULL,
  firms int NOT NULL
);
CREATE TABLE import_sources (
  import_id bigint NOT NULL,
  seq int NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (import_id, seq)
);
CREATE TABLE import_issues (
  import_id bigint NOT NULL,
  seq int NOT NULL,
  code text NOT NULL,
  severity text NOT NULL,
  file text NOT NULL,
  line int,
  "column" int,
  title text,
  field text,
  value text,
  plot text,
  arguments text,
  PRIMARY KEY (import_id, seq)
);
CREATE TABLE changes (
  county text COLLATE "C" NOT NULL,
  plot text COLLATE "C" NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  import_id bigint NOT NULL,
  kind text NOT NULL,
  field text,
  old text,
  new text,
  file text NOT NULL,
  line int,
  PRIMARY KEY (county, plot, id)
);
CREATE TABLE plot_sources (
  county text COLLATE "C" NOT NULL,
  plot text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  import_id bigint NOT NULL,
  PRIMARY KEY (county, plot, source)
);
