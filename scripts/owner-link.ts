import { db } from "@/server/db";
import { makeOwnerLink } from "@/server/owner";

// Prints the link that makes the first owner, and nothing once there is one. Every call ends the link before.
const link = await makeOwnerLink();
if (link) console.log(link);
await db().$disconnect();
