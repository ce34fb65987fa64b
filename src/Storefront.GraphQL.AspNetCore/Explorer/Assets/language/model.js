// The schema as the server describes it for this page, found by name.

/** The named type at the core of a type such as [Plan!]!. */
export function coreOf(type) {
  return type.replace(/[[\]!]/g, "");
}

/** The type of a list's items; null when it is no list. */
export function itemOf(type) {
  const list = type.replace(/!$/, "");
  return list.startsWith("[") ? list.slice(1, -1) : null;
}

const typeNameField = { __typename: { type: "String!", description: "The name of the object's type." } };
const schemaFields = {
  __schema: { type: "__Schema!", description: "The schema itself." },
  __type: { type: "__Type", description: "A type of the schema by its name.", args: { name: { type: "String!" } } },
};

export class Model {
  constructor(json) {
    this.roots = json.roots;
    this.types = new Map(Object.entries(json.types));
    this.directives = new Map(Object.entries(json.directives));
  }

  type(name) {
    return this.types.get(name) ?? null;
  }

  root(operation) {
    return this.roots[operation] ?? null;
  }

  isComposite(name) {
    return ["Object", "Interface", "Union"].includes(this.type(name)?.kind);
  }

  isInput(name) {
    return ["Scalar", "Enum", "InputObject"].includes(this.type(name)?.kind);
  }

  /** The fields that can be selected on a type, what introspection adds last. */
  fieldsOf(name) {
    const type = this.type(name);
    if (!type || !this.isComposite(name)) {
      return {};
    }
    return { ...type.fields, ...(name === this.roots.subscription ? {} : typeNameField), ...(name === this.roots.query ? schemaFields : {}) };
  }

  /** Whether a value can be of both types. */
  overlap(left, right) {
    const possible = this.type(left)?.possible ?? [];
    return (this.type(right)?.possible ?? []).some(name => possible.includes(name));
  }
}

/** While the schema is not there: nothing is known of any type. */
export const emptyModel = new Model({ roots: {}, types: {}, directives: {} });
