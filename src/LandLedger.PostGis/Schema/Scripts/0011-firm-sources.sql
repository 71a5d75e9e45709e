-- Which source states what of which firm: the figures of a year (no plot), that it sits on a plot, or neither.
CREATE TABLE firm_sources (
  firm text COLLATE "C" NOT NULL,
  year int,
  plot text COLLATE "C",
  source text COLLATE "C" NOT NULL,
  county text COLLATE "C" NOT NULL
);
CREATE INDEX firm_sources_key ON firm_sources (firm, year, plot);
CREATE INDEX firm_sources_source ON firm_sources (source);
COMMENT ON TABLE firm_sources IS '各来源所列企业数据';
