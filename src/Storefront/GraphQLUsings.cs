// The GraphQL vocabulary of every feature, in one place: a move to another server under the same names begins here.
global using Storefront.GraphQL;
global using Storefront.GraphQL.DataLoaders;
global using Storefront.GraphQL.Types.Attributes;
