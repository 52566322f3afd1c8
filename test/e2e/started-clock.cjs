'use strict';
// What aimi says of the bundled catalog depends on the day; this makes it the day of the transcript.
const RealDate = Date;
const shiftMs = RealDate.parse(process.env.AIMI_E2E_NOW) - RealDate.now();
globalThis.Date = class extends RealDate {
  constructor(...values) {
    if (values.length === 0) super(RealDate.now() + shiftMs);
    else super(...values);
  }
  static now() {
    return RealDate.now() + shiftMs;
  }
};
