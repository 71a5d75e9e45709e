-- Of which county the plot is that a firm sits on: several may have one number. Empty where nobody has said, as before this.
ALTER TABLE occupancies ADD COLUMN county text COLLATE "C" NOT NULL DEFAULT '';
COMMENT ON COLUMN occupancies.county IS '地块的行政区代码';
