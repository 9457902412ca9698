/** The one door to the distributions: quantiles take a uniform number, variates take the key of a draw. */

export { binomialQuantile, gammaQuantileApprox, normalQuantile, poissonQuantile } from './quantiles.ts';
export { betaVariate, dirichletVariate, gammaVariate, MOST_COMPONENTS } from './variates.ts';
