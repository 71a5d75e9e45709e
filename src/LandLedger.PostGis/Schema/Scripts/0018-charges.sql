-- Mortgages on plots.
CREATE TABLE charges (
  county text COLLATE "C" NOT NULL,
  plot text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  certificate text COLLATE "C",
  mortgagee text,
  registered_on date,
  released_on date,
  mu numeric,
  secured numeric,
  PRIMARY KEY (county, plot, seq)
);
COMMENT ON TABLE charges IS '抵押';
COMMENT ON COLUMN charges.county IS '行政区代码';
COMMENT ON COLUMN charges.plot IS '宗地编号';
COMMENT ON COLUMN charges.seq IS '顺序';
COMMENT ON COLUMN charges.certificate IS '抵押权证号';
COMMENT ON COLUMN charges.mortgagee IS '抵押权人';
COMMENT ON COLUMN charges.registered_on IS '登记日期（含）';
COMMENT ON COLUMN charges.released_on IS '注销日期（不含；空白表示尚未注销）';
COMMENT ON COLUMN charges.mu IS '抵押面积（亩）';
COMMENT ON COLUMN charges.secured IS '担保债权数额（元）';

CREATE TRIGGER edited AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON charges FOR EACH STATEMENT EXECUTE FUNCTION edited();
