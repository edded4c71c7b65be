/** Reference layers that can be snapped to. */
export const referenceShapes = () => [];
