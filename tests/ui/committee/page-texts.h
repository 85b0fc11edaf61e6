/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Pages in the shapes that councils publish. */

static const char page_of_board[] = "Agenda and minutes\n"
                                    "\n"
                                    "Integration Board - Tuesday, 4th March, 2025 2.00 pm\n"
                                    "\n"
                                    "Venue: Room 1, Town Hall. View directions\n"
                                    "\n"
                                    "Items\n"
                                    "No. Item\n"
                                    "\n"
                                    "1.\n"
                                    "\n"
                                    "Apologies\n"
                                    "\n"
                                    "Minutes:\n"
                                    "\n"
                                    "There were no apologies.\n"
                                    "\n"
                                    "2.\n"
                                    "\n"
                                    "Shared care plan\n"
                                    "\n"
                                    "To consider the plan.\n"
                                    "\n"
                                    "Minutes:\n"
                                    "\n"
                                    "The Board considered the plan.\n"
                                    "\n"
                                    "RESOLVED – That the shared care plan be approved.\n"
                                    "\n"
                                    "3.\n"
                                    "\n"
                                    "Transport\n"
                                    "\n"
                                    "Minutes:\n"
                                    "\n"
                                    "RESOLVED – That the transport report be noted.\n";

static const char page_of_nobody[] = "Venue: Room 1, Town Hall\n"
                                     "No. | Item | |||\n"
                                     "---|---|---|---|---|\n"
                                     "Apologies Minutes: There were no apologies. | ||||\n"
                                     "Shared care plan To consider the plan. Minutes: The plan was "
                                     "considered. RESOLVED – That the shared care "
                                     "plan be approved. | ||||\n";

static const char page_of_none[] =
    "A new car park opens on Monday\n\nDrivers will be pleased to hear that a new car "
    "park opens behind the library.\n";
