-- What is written beside imports, by map programs and by hand, so that nobody keeps an answer that it has overtaken: a row for each
-- transaction. They add up until the next import, whose number then tells the states apart.
CREATE TABLE edits (
  xact xid8 NOT NULL,
  begun_at timestamptz NOT NULL,
  PRIMARY KEY (xact, begun_at)
);
COMMENT ON TABLE edits IS '导入以外的修改';

-- With the rights of the owner of the tables: who may change a plot need not know of this one.
CREATE FUNCTION edited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = landledger, pg_temp AS $$
BEGIN
  INSERT INTO edits (xact, begun_at) VALUES (pg_current_xact_id(), transaction_timestamp()) ON CONFLICT DO NOTHING;
  NOTIFY landledger_commits;
  RETURN NULL;
END;
$$;

DO $$
DECLARE
  changed text;
BEGIN
  FOR changed IN
    SELECT unnest(ARRAY['plots', 'supplements', 'delays', 'plot_years', 'firms', 'firm_years', 'occupancies', 'layers'])
    UNION ALL SELECT 'layer_' || name FROM layers
  LOOP
    EXECUTE format(
      'CREATE TRIGGER edited AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION edited()',
      changed
    );
  END LOOP;
END;
$$;
