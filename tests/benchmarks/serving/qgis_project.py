"""Writes a QGIS project that publishes the layer plots of a GeoPackage: qgis_project.py STORE PROJECT."""
import sys

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

store, target = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(store + "|layername=plots", "plots", "ogr")
if not layer.isValid():
    sys.exit("QGIS cannot read " + store)
layer.setShortName("plots")
project = QgsProject.instance()
project.addMapLayer(layer)
project.setCrs(layer.crs())
project.writeEntry("WFSLayers", "/", [layer.id()])
project.writeEntry("WFSLayersPrecision", "/" + layer.id(), 7)
project.write(target)
application.exitQgis()
