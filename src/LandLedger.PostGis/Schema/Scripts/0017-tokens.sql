-- Who may sign in. A row is never removed, and of one that is there only the revoking is written, once: the trigger keeps honest programs
-- from anything else.
CREATE TABLE tokens (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 text COLLATE "C" NOT NULL UNIQUE,
  "user" text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  scope text COLLATE "C" NOT NULL,
  since date NOT NULL,
  until date,
  made_by text COLLATE "C" NOT NULL,
  made_at text COLLATE "C" NOT NULL,
  revoked_by text COLLATE "C",
  revoked_at text COLLATE "C"
);
COMMENT ON TABLE tokens IS '登录令牌';
COMMENT ON COLUMN tokens.id IS '令牌编号';
COMMENT ON COLUMN tokens.sha256 IS '令牌摘要';
COMMENT ON COLUMN tokens."user" IS '用户';
COMMENT ON COLUMN tokens.role IS '角色';
COMMENT ON COLUMN tokens.scope IS '数据范围（县、片区）';
COMMENT ON COLUMN tokens.since IS '启用日';
COMMENT ON COLUMN tokens.until IS '最后有效日';
COMMENT ON COLUMN tokens.made_by IS '发放人';
COMMENT ON COLUMN tokens.made_at IS '发放时间';
COMMENT ON COLUMN tokens.revoked_by IS '撤销人';
COMMENT ON COLUMN tokens.revoked_at IS '撤销时间';

CREATE FUNCTION tokens_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
    AND (OLD.id, OLD.sha256, OLD."user", OLD.role, OLD.scope, OLD.since, OLD.until, OLD.made_by, OLD.made_at)
      IS NOT DISTINCT FROM
      (NEW.id, NEW.sha256, NEW."user", NEW.role, NEW.scope, NEW.since, NEW.until, NEW.made_by, NEW.made_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'tokens are revoked, not altered or removed';
END;
$$;

CREATE TRIGGER tokens_kept BEFORE UPDATE OR DELETE ON tokens FOR EACH ROW EXECUTE FUNCTION tokens_kept();
CREATE TRIGGER tokens_all_kept BEFORE TRUNCATE ON tokens FOR EACH STATEMENT EXECUTE FUNCTION tokens_kept();
CREATE TRIGGER edited AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON tokens FOR EACH STATEMENT EXECUTE FUNCTION edited();
