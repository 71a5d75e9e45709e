-- Issued lists and what was done about them: what the ledger says of them, to be looked up by. Their rows stand in the ledger.
CREATE TABLE disposal_lists (
  number text COLLATE "C" PRIMARY KEY,
  entry bigint NOT NULL,
  at text COLLATE "C" NOT NULL,
  key text COLLATE "C" UNIQUE,
  as_of date NOT NULL,
  package text COLLATE "C" NOT NULL,
  version text COLLATE "C" NOT NULL,
  rows integer NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  says text NOT NULL
);
COMMENT ON TABLE disposal_lists IS '已发清单';
COMMENT ON COLUMN disposal_lists.number IS '清单编号';
COMMENT ON COLUMN disposal_lists.entry IS '台账流水号';
COMMENT ON COLUMN disposal_lists.at IS '记录时间';
COMMENT ON COLUMN disposal_lists.key IS '防重键';
COMMENT ON COLUMN disposal_lists.as_of IS '评估日';
COMMENT ON COLUMN disposal_lists.package IS '规则包';
COMMENT ON COLUMN disposal_lists.version IS '规则包版本';
COMMENT ON COLUMN disposal_lists.rows IS '宗数';
COMMENT ON COLUMN disposal_lists.sha256 IS '清单行摘要';
COMMENT ON COLUMN disposal_lists.state IS '状态';
COMMENT ON COLUMN disposal_lists.says IS '内容';

CREATE TABLE disposal_list_steps (
  number text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  entry bigint NOT NULL,
  key text COLLATE "C" UNIQUE,
  kind text COLLATE "C" NOT NULL,
  day date NOT NULL,
  row integer,
  says text NOT NULL,
  PRIMARY KEY (number, seq)
);
COMMENT ON TABLE disposal_list_steps IS '清单步骤';
COMMENT ON COLUMN disposal_list_steps.number IS '清单编号';
COMMENT ON COLUMN disposal_list_steps.seq IS '顺序';
COMMENT ON COLUMN disposal_list_steps.entry IS '台账流水号';
COMMENT ON COLUMN disposal_list_steps.key IS '防重键';
COMMENT ON COLUMN disposal_list_steps.kind IS '步骤';
COMMENT ON COLUMN disposal_list_steps.day IS '日期';
COMMENT ON COLUMN disposal_list_steps.row IS '清单行';
COMMENT ON COLUMN disposal_list_steps.says IS '内容';

CREATE TRIGGER edited AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON disposal_lists FOR EACH STATEMENT EXECUTE FUNCTION edited();
CREATE TRIGGER edited AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON disposal_list_steps FOR EACH STATEMENT EXECUTE FUNCTION edited();
