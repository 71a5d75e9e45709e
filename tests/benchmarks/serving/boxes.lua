-- Asks for boxes at random places inside bounds: WEST SOUTH EAST NORTH BASE LIMIT SIDE, BASE?bbox=…&limit=LIMIT. One seed a thread, the same on every run.
local base, limit = nil, nil
local west, south, east, north, side = nil, nil, nil, nil, nil
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads)
end

function init(args)
  base, limit, side = args[5], args[6], tonumber(args[7])
  west, south, east, north = tonumber(args[1]), tonumber(args[2]), tonumber(args[3]) - side, tonumber(args[4]) - side
  math.randomseed(seed)
end

function request()
  local x = west + math.random() * (east - west)
  local y = south + math.random() * (north - south)
  return wrk.format("GET", string.format("%sbbox=%.5f,%.5f,%.5f,%.5f&limit=%s", base, x, y, x + side, y + side, limit))
end

function done(summary, latency, requests)
  local errors = summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read
  io.write(string.format("figures %.1f %.2f %.2f %d %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors, summary.bytes / math.max(1, summary.requests)))
end
