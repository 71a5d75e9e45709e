-- Asks for boxes or tiles at random places inside bounds, the same on every run: WEST SOUTH EAST NORTH, then
--   boxes BASE LIMIT SIDE   BASEbbox=…&limit=LIMIT
--   tiles BASE ZOOM         BASE/z/y/x
local west, south, east, north, form = nil, nil, nil, nil, nil
local threads = 0
local forms = {}

function forms.boxes(base, limit, side)
  east, north = east - side, north - side
  return function(x, y)
    return string.format("%sbbox=%.5f,%.5f,%.5f,%.5f&limit=%s", base, x, y, x + side, y + side, limit)
  end
end

function forms.tiles(base, zoom)
  local n = 2 ^ zoom
  return function(x, y)
    local latitude = math.rad(y)
    local column = math.floor((x + 180) / 360 * n)
    local row = math.floor((1 - math.log(math.tan(latitude) + 1 / math.cos(latitude)) / math.pi) / 2 * n)
    return string.format("%s/%d/%d/%d", base, zoom, row, column)
  end
end

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads)
end

function init(args)
  west, south, east, north = tonumber(args[1]), tonumber(args[2]), tonumber(args[3]), tonumber(args[4])
  form = forms[args[5]](args[6], tonumber(args[7]), tonumber(args[8]))
  math.randomseed(seed)
end

function request()
  return wrk.format("GET", form(west + math.random() * (east - west), south + math.random() * (north - south)))
end

function done(summary, latency)
  local errors = summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read
  io.write(string.format("figures %.1f %.2f %.2f %d %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors, summary.bytes / math.max(1, summary.requests)))
end
