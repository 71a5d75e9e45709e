-- The ledger: every change of a fact, one entry after another. Append-only: these triggers keep honest programs from altering it; what a
-- dishonest one does is found by the hashes. What imports changed before this stands in "changes", which nothing writes any more.
CREATE TABLE ledger (
  number bigint PRIMARY KEY,
  about text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL,
  since date NOT NULL,
  entry bytea NOT NULL
);
CREATE INDEX ledger_about ON ledger (about, number);
COMMENT ON TABLE ledger IS '台账';
COMMENT ON COLUMN ledger.number IS '序号';
COMMENT ON COLUMN ledger.about IS '对象';
COMMENT ON COLUMN ledger.at IS '记录时间';
COMMENT ON COLUMN ledger.since IS '生效日';
COMMENT ON COLUMN ledger.entry IS '分录';

CREATE TABLE ledger_head (
  id integer PRIMARY KEY CHECK (id = 1),
  number bigint NOT NULL,
  hash text NOT NULL
);
COMMENT ON TABLE ledger_head IS '台账末条';

CREATE FUNCTION ledger_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entries of the ledger are not altered or removed';
END;
$$;

CREATE TRIGGER ledger_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION ledger_kept();
