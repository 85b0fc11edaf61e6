/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

void accord_help_all (AccordOutput *output);
void accord_help_command (AccordOutput *output, const AccordCommand *whole, const AccordCommand *command);

G_END_DECLS
