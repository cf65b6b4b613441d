/** The paints of the marks, by role. They repeat tokens.css, because a drawing that becomes a map image stands outside the page and cannot read its custom properties; a test compares the two. */
export const markColours = {
  light: {
    ink: '#1f2a37',
    'line-strong': '#857c6b',
    action: '#c8401f',
    chain: '#0d5c63',
    'chain-empty': '#968d7b',
    'chain-not-needed': '#a9cdce',
    place: '#7a5a2f',
    organisation: '#6b3fa0',
    'pearl-disc': '#ffffff',
    'pearl-edge': '#857c6b',
    'pearl-light': '#ffffff',
    'pearl-warm': '#fde6da',
    'pearl-cool': '#c3dae4',
    'pearl-icon': '#0d5c63'
  },
  dark: {
    ink: '#f3eee3',
    'line-strong': '#8d8474',
    action: '#cb4422',
    chain: '#7fcbc9',
    'chain-empty': '#8d8474',
    'chain-not-needed': '#2d5a5b',
    place: '#d8b27c',
    organisation: '#c4a3ee',
    'pearl-disc': '#1b1a17',
    'pearl-edge': '#8d8474',
    'pearl-light': '#ffffff',
    'pearl-warm': '#f7e6dc',
    'pearl-cool': '#b3cad2',
    'pearl-icon': '#0b4a50'
  }
} as const;

export type MarkTheme = keyof typeof markColours;
export type MarkPaint = keyof (typeof markColours)['light'];
