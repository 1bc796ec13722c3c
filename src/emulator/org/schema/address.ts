import { type Column, picklist, string, type Trait, textarea, typed } from './column.ts';

/** The parts of a compound address, which User and Organization share. */
export function addressColumns(...traits: readonly Trait[]): readonly Column[] {
  const part = (column: Column): Column => ({ ...column, compoundFieldName: 'Address' });
  const degrees = { precision: 18, scale: 15 };
  return [
    part(textarea('Street', 'Street', 255, ...traits)),
    part(string('City', 'City', 40, ...traits)),
    part(string('State', 'State/Province', 80, ...traits)),
    part(string('PostalCode', 'Zip/Postal Code', 20, ...traits)),
    part(string('Country', 'Country', 80, ...traits)),
    part(typed('double', 'Latitude', 'Latitude', degrees, 'notGroupable', ...traits)),
    part(typed('double', 'Longitude', 'Longitude', degrees, 'notGroupable', ...traits)),
    part(
      picklist(
        'GeocodeAccuracy',
        'Geocode Accuracy',
        40,
        ['Address', 'Street', 'Zip', 'City', 'State', 'Unknown'],
        ...traits,
      ),
    ),
    typed('address', 'Address', 'Address', {}, 'nillable'),
  ];
}
