-- Since when a plot is in the register. Plots of which it is known are few; those that enter after a day and have not ended by it are counted by the index alone.
ALTER TABLE plots ADD COLUMN entered_on date;
COMMENT ON COLUMN plots.entered_on IS '列入日期（自该日起列入台账，含当日；空白表示不详）';
CREATE INDEX plots_entered ON plots (entered_on, ended_on) WHERE entered_on IS NOT NULL;
