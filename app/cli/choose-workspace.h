/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "options.h"

G_BEGIN_DECLS

char *accord_choose_workspace (const AccordOptions *options, GError **error);

G_END_DECLS
