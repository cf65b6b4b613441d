/** For what works with the page's code and without it; without it a page on a desk is laid out as on a phone. */
export const withAndWithout = [
  { title: 'with JavaScript', javaScriptEnabled: true, tag: [] },
  { title: 'without JavaScript', javaScriptEnabled: false, tag: '@phone' }
];
