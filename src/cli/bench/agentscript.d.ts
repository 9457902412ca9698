/** The little of agentscript that the bench calls; the package has no types of its own. */

declare module 'agentscript/src/World.js' {
  const World: new (options: Readonly<Record<'minX' | 'maxX' | 'minY' | 'maxY' | 'minZ' | 'maxZ', number>>) => object;
  export { World as default };
}
declare module 'agentscript/src/Turtles.js' {
  interface AgentArray<Agent> {
    ask(each: (turtle: Agent) => void): void;
    with(test: (turtle: Agent) => boolean): AgentArray<Agent>;
  }
  interface AgentSet<Agent> extends AgentArray<Agent> {
    create(count: number, init: (turtle: Agent) => void): void;
  }
  const Turtles: new <Agent>(model: object, agentClass: unknown, name: string) => AgentSet<Agent>;
  export { Turtles as default };
}
declare module 'agentscript/src/Patches.js' {
  const Patches: new (model: object, agentClass: unknown, name: string) => object;
  export { Patches as default };
}
declare module 'agentscript/src/Links.js' {
  const Links: new (model: object, agentClass: unknown, name: string) => object;
  export { Links as default };
}
declare module 'agentscript/src/Turtle.js' {
  const agentClass: unknown;
  export { agentClass as default };
}
declare module 'agentscript/src/Patch.js' {
  const agentClass: unknown;
  export { agentClass as default };
}
declare module 'agentscript/src/Link.js' {
  const agentClass: unknown;
  export { agentClass as default };
}
