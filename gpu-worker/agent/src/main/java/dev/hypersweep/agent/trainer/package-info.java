/** The trainer as a process: started, fed, listened to, judged by how it ended. */
package dev.hypersweep.agent.trainer;
