# One image for the site, the worker and the migration; compose.yaml says which runs where.
FROM node:22-bookworm-slim AS build
WORKDIR /archway
ENV NEXT_TELEMETRY_DISABLED=1
COPY . .
# Installs what the lockfile names and builds the site. Needs no database.
RUN npm run build

FROM node:22-bookworm-slim
WORKDIR /archway
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
COPY --from=build --chown=node:node /archway ./
# A volume that is mounted here belongs to who owns the folder in the image.
RUN mkdir /files && chown node:node /files
USER node
EXPOSE 3000
# Next.js reads its settings relative to the folder that it is started in.
WORKDIR /archway/apps/web
CMD ["node", "node_modules/next/dist/bin/next", "start", "-p", "3000"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
