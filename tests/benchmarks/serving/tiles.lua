-- Asks for tiles at random places inside bounds: WEST SOUTH EAST NORTH BASE ZOOM. One seed a thread, the same on every run.
local base, zoom = nil, nil
local west, south, east, north = nil, nil, nil, nil
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads)
end

function init(args)
  base, zoom = args[5], tonumber(args[6])
  west, south, east, north = tonumber(args[1]), tonumber(args[2]), tonumber(args[3]), tonumber(args[4])
  math.randomseed(seed)
end

function request()
  local n = 2 ^ zoom
  local x = west + math.random() * (east - west)
  local y = math.rad(south + math.random() * (north - south))
  local column = math.floor((x + 180) / 360 * n)
  local row = math.floor((1 - math.log(math.tan(y) + 1 / math.cos(y)) / math.pi) / 2 * n)
  return wrk.format("GET", string.format("%s/%d/%d/%d", base, zoom, row, column))
end

function done(summary, latency, requests)
  local errors = summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read
  io.write(string.format("figures %.1f %.2f %.2f %d %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors, summary.bytes / math.max(1, summary.requests)))
end
