-- Cases and their steps: what the ledger says of them, to be looked up by.
CREATE TABLE cases (
  county text COLLATE "C" NOT NULL,
  plot text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL UNIQUE,
  procedure text COLLATE "C" NOT NULL,
  version text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  closed boolean NOT NULL,
  opened date NOT NULL,
  last_day date NOT NULL,
  PRIMARY KEY (county, plot, number)
);
COMMENT ON TABLE cases IS '案件';
COMMENT ON COLUMN cases.county IS '行政区代码';
COMMENT ON COLUMN cases.plot IS '宗地编号';
COMMENT ON COLUMN cases.number IS '案号';
COMMENT ON COLUMN cases.procedure IS '程序';
COMMENT ON COLUMN cases.version IS '程序版本';
COMMENT ON COLUMN cases.state IS '状态';
COMMENT ON COLUMN cases.closed IS '是否办结';
COMMENT ON COLUMN cases.opened IS '立案日期';
COMMENT ON COLUMN cases.last_day IS '最近步骤日期';

CREATE TABLE case_steps (
  number text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  entry bigint NOT NULL,
  key text COLLATE "C" UNIQUE,
  kind text COLLATE "C" NOT NULL,
  day date NOT NULL,
  who text NOT NULL,
  role text COLLATE "C" NOT NULL,
  reason text,
  facts text NOT NULL,
  unit text,
  person text,
  PRIMARY KEY (number, seq)
);
COMMENT ON TABLE case_steps IS '案件步骤';
COMMENT ON COLUMN case_steps.number IS '案号';
COMMENT ON COLUMN case_steps.seq IS '顺序';
COMMENT ON COLUMN case_steps.entry IS '台账流水号';
COMMENT ON COLUMN case_steps.key IS '防重键';
COMMENT ON COLUMN case_steps.kind IS '步骤';
COMMENT ON COLUMN case_steps.day IS '日期';
COMMENT ON COLUMN case_steps.who IS '办理人';
COMMENT ON COLUMN case_steps.role IS '角色';
COMMENT ON COLUMN case_steps.reason IS '理由';
COMMENT ON COLUMN case_steps.facts IS '内容';
COMMENT ON COLUMN case_steps.unit IS '责任单位';
COMMENT ON COLUMN case_steps.person IS '责任人';

-- Which case established a delay; null where a file says so.
ALTER TABLE delays ADD COLUMN case_number text COLLATE "C";
COMMENT ON COLUMN delays.case_number IS '案号';

CREATE TRIGGER edited AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON cases FOR EACH STATEMENT EXECUTE FUNCTION edited();
CREATE TRIGGER edited AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON case_steps FOR EACH STATEMENT EXECUTE FUNCTION edited();
