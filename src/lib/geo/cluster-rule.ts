/** Points nearer than this many pixels become one, at every whole zoom up to `closest`. */
export const clusterRule = { radiusPixels: 44, closest: 17 } as const;
