"""Opens every door with QGIS as its users do and prints what QGIS saw, as one JSON object.

Usage: QT_QPA_PLATFORM=offscreen python3 open-in-qgis.py BASE_URL PICTURE.png
"""

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtCore import QSize

BASE, PICTURE = sys.argv[1:3]
ZONE = QgsRectangle(584000, 1193500, 586500, 1198500)  # KCN Phạm Văn Hai in EPSG:9210


def vectors(uri, provider):
    layer = QgsVectorLayer(uri, provider, provider)
    seen = {"valid": layer.isValid(), "crs": layer.crs().authid()}
    if layer.isValid():
        features = list(layer.getFeatures(QgsFeatureRequest().setLimit(1000)))
        seen["features"] = len(features)
        seen["fields"] = [field.name() for field in layer.fields()]
        seen["codes"] = sorted(str(feature["code"]) for feature in features)
        first = min(features, key=lambda feature: str(feature["code"]))
        vertex = next(first.geometry().vertices())
        seen["vertex"] = [vertex.x(), vertex.y()]
    return seen


def picture(layer, crs, box, file=None):
    seen = {"valid": layer.isValid()}
    if not layer.isValid():
        return seen
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setExtent(box)
    settings.setOutputSize(QSize(500, 1000))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    if file:
        image.save(file)
    colours = set()
    for x in range(0, image.width(), 5):
        for y in range(0, image.height(), 5):
            colours.add(image.pixel(x, y))
    seen["colours"] = len(colours)
    return seen


QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
saw = {
    "oapif": vectors(f"url='{BASE}/ogc' typename='subzones'", "OAPIF"),
    "wfs": vectors(f"url='{BASE}/wfs' typename='khu:subzones' version='2.0.0'", "WFS"),
    "wms": picture(
        QgsRasterLayer(
            f"crs=EPSG:9210&format=image/png&layers=subzones&layers=zones&styles=&styles=&url={BASE}/wms",
            "wms",
            "wms",
        ),
        "EPSG:9210",
        ZONE,
        PICTURE,
    ),
    "wmts": picture(
        QgsRasterLayer(
            "crs=EPSG:3857&format=image/png&layers=subzones&styles=default"
            f"&tileMatrixSet=WebMercatorQuad&url={BASE}/wmts?service%3DWMTS%26request%3DGetCapabilities",
            "wmts",
            "wms",
        ),
        "EPSG:9210",
        ZONE,
    ),
    "xyz": picture(
        QgsRasterLayer(
            f"type=xyz&zmin=10&zmax=20&url={BASE}/tiles/subzones/%7Bz%7D/%7Bx%7D/%7By%7D.png", "xyz", "wms"
        ),
        "EPSG:9210",
        ZONE,
    ),
    "mvt": picture(
        QgsVectorTileLayer(
            f"type=xyz&zmin=10&zmax=14&url={BASE}/tiles/subzones/%7Bz%7D/%7Bx%7D/%7By%7D.mvt", "mvt"
        ),
        "EPSG:9210",
        ZONE,
    ),
}
print(json.dumps(saw, ensure_ascii=False))
sys.stdout.flush()
application.exitQgis()
