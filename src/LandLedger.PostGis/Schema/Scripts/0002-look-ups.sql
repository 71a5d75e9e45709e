-- Looking up a plot whose county is not known, and what a source lists.
CREATE INDEX plots_plot ON plots (plot, county);
CREATE INDEX plot_sources_source ON plot_sources (source, county, plot);

-- Titles of the tables, and of the columns that are not fields of the dictionary.
COMMENT ON TABLE plots IS '地块';
COMMENT ON COLUMN plots.measured_mu IS '量算面积（亩，高斯投影平面）';
COMMENT ON COLUMN plots.plane_crs IS '量算所用投影坐标系';
COMMENT ON COLUMN plots.ellipsoidal_mu IS '椭球面积（亩）';
COMMENT ON COLUMN plots.survey_crs IS '测量成果坐标系';
COMMENT ON COLUMN plots.ended_on IS '终止日期（不再列入来源之日）';
COMMENT ON COLUMN plots.geom IS '界址（2000 国家大地坐标系经纬度）';
COMMENT ON TABLE supplements IS '补充协议';
COMMENT ON COLUMN supplements.signed_on IS '签订日期';
COMMENT ON COLUMN supplements.agreed_start IS '约定动工日期';
COMMENT ON COLUMN supplements.agreed_completion IS '约定竣工日期';
COMMENT ON COLUMN supplements.reason IS '原因';
COMMENT ON TABLE delays IS '动工延误';
COMMENT ON COLUMN delays.kind IS '原因';
COMMENT ON COLUMN delays."from" IS '开始日期';
COMMENT ON COLUMN delays."to" IS '结束日期（空白表示仍在持续）';
COMMENT ON COLUMN delays.established IS '是否已认定';
COMMENT ON COLUMN delays.evidence IS '证据';
COMMENT ON TABLE plot_years IS '地块年度数据';
COMMENT ON TABLE firms IS '企业';
COMMENT ON TABLE firm_years IS '企业年度数据';
COMMENT ON TABLE occupancies IS '企业用地';
COMMENT ON TABLE imports IS '导入记录';
COMMENT ON TABLE import_sources IS '导入的文件';
COMMENT ON TABLE import_issues IS '导入问题';
COMMENT ON TABLE changes IS '变更记录';
COMMENT ON TABLE plot_sources IS '各来源所列地块';
COMMENT ON TABLE store_version IS '结构版本';
