// Prints what MapLibre's parser reads of a tile z-x-y.mvt as JSON: as the renderer gets it, and as GeoJSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

const file = process.argv[2];
const [z, x, y] = basename(file, '.mvt').split('-').map(Number);
const tile = new VectorTile(new PbfReader(readFileSync(file)));
const layers = Object.values(tile.layers).map(layer => ({
    name: layer.name,
    version: layer.version,
    extent: layer.extent,
    features: Array.from({ length: layer.length }, (_, i) => layer.feature(i)).map(feature => ({
        type: feature.type,
        properties: feature.properties,
        rings: feature.loadGeometry().map(ring => ring.map(point => [point.x, point.y])),
        geojson: feature.toGeoJSON(x, y, z).geometry,
    })),
}));
console.log(JSON.stringify(layers));
