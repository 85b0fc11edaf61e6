/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schema.h"

G_BEGIN_DECLS

AccordSchema *accord_model_schema_new (void);

G_END_DECLS
