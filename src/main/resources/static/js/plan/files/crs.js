/** Coordinate reference systems by the names planners know. */
import { t } from '../../lib/words.js';

/** Central meridians of VN-2000 systems by EPSG code: in 3° zones, then in 6° zones. */
const TM3 = {
  9205: '103°00′', 9206: '104°00′', 9207: '104°30′', 9208: '104°45′', 9209: '105°30′', 9210: '105°45′', 9211: '106°00′', 9212: '106°15′', 9213: '106°30′',
  9214: '107°00′', 9215: '107°15′', 9216: '107°30′', 9217: '108°15′', 9218: '108°30′', 5896: '102°00′', 5897: '105°00′', 5898: '108°00′', 5899: '107°45′',
};
const TM6 = { 3405: '105°00′', 3406: '111°00′' };

/** Systems that a file may be said to be in, the likely ones first. */
export const FILE_SYSTEMS = ['EPSG:9210', 'EPSG:5897', 'EPSG:5899', 'CRS:84', 'EPSG:4756', 'EPSG:3405', 'EPSG:32648', 'EPSG:3857',
  ...Object.keys(TM3).filter((code) => !['9210', '5897', '5899'].includes(code)).map((code) => `EPSG:${code}`), 'EPSG:3406', 'EPSG:32649'];

/** `EPSG:9210`, `CRS:84` or the address of one, in words. */
export function crsName(text) {
  const short = text.replace(/^.*\/def\/crs\/EPSG\/[^/]*\//, 'EPSG:').replace(/^.*\/def\/crs\/OGC\/[^/]*\/CRS84$/, 'CRS:84');
  const code = short.replace('EPSG:', '');
  if (TM3[code]) return t('crs_tm3', { meridian: TM3[code], code: short });
  if (TM6[code]) return t('crs_tm6', { meridian: TM6[code], code: short });
  const named = { 'CRS:84': 'crs_84', 'EPSG:4326': 'crs_4326', 'EPSG:4756': 'crs_4756', 'EPSG:3857': 'crs_3857', 'EPSG:32648': 'crs_32648', 'EPSG:32649': 'crs_32649' }[short];
  return named ? t(named) : short;
}
