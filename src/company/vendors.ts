/** Fictional vendors: how well each suits the firm's way of working, and what it asks for. */

import type { VendorId } from './controls.ts';
import type { FirmSpec, Vendor } from './firm.ts';

/** a: famous and dear; b: plain, made for firms like this one; c: cheap and thin. A scenario or a hidden world may say otherwise. */
export const usualVendors: Readonly<Record<VendorId, Vendor>> = {
  a: { fit: -0.05, price: 1.25 },
  b: { fit: 0, price: 1 },
  c: { fit: -0.1, price: 0.75 },
};

/** The vendor of a firm's scenario. */
export const vendorOf = (spec: FirmSpec, vendor: VendorId): Vendor => spec.vendors?.[vendor] ?? usualVendors[vendor];
