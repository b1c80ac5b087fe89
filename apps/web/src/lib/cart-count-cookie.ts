/** How many items are in the cart, for cached pages to show. It is shown and nothing else. */
export const cartCountCookie = 'archway-cart-count'
