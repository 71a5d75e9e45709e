-- Reference layers: what is known of each, whose features stand in a table of its own, layer_NAME. The revision is another one
-- each time that a layer is added, even under the same name.
CREATE TABLE layers (
  name text COLLATE "C" PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  revision bigint GENERATED ALWAYS AS IDENTITY,
  title text NOT NULL,
  kind text NOT NULL,
  features bigint NOT NULL,
  west float8,
  south float8,
  east float8,
  north float8,
  properties jsonb NOT NULL,
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE layers IS '参考图层';
